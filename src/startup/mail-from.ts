const ADDRESS = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]+@([A-Za-z0-9-]+\.)+[A-Za-z]{2,}$/;
const MAILBOX = /^(?:(?<name>[^<>]*?)\s*<(?<inside>[^<>]+)>|(?<alone>[^<>]+))$/u;
/** What may stand there as it is: words of atoms (RFC 5322 §3.2.3), encoded ones among them. */
const PLAIN = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~ -]*$/;
const PRINTABLE = /^[ -~]*$/;
/** An encoded word has at most 75 characters, with what stands around it. */
const BYTES_A_WORD = 45;

/**
 * The sender as SES takes it: what the name has that a header may not have is quoted, or encoded (RFC 2047).
 * @returns `undefined` for what is no address, nor a name with an address behind it
 */
export function readMailFrom(text: string): string | undefined {
  const { name = '', inside, alone } = MAILBOX.exec(text.trim())?.groups ?? {};
  const address = (inside ?? alone ?? '').trim();
  if (!ADDRESS.test(address) || /\p{Cc}/u.test(name)) return undefined;
  const said = unquoted(name.trim());
  return said === '' ? address : `${inHeader(said)} <${address}>`;
}

const unquoted = (name: string): string => (/^".*"$/.test(name) ? name.slice(1, -1).replaceAll(/\\(.)/g, '$1') : name);

function inHeader(name: string): string {
  if (PLAIN.test(name)) return name;
  if (PRINTABLE.test(name)) return `"${name.replaceAll(/["\\]/g, '\\$&')}"`;
  return inPieces(name)
    .map((piece) => `=?UTF-8?B?${Buffer.from(piece).toString('base64')}?=`)
    .join(' ');
}

/** No character is divided between two. */
function inPieces(name: string): string[] {
  const pieces = [''];
  for (const character of name) {
    const last = pieces.at(-1) ?? '';
    if (Buffer.byteLength(last + character) > BYTES_A_WORD) pieces.push(character);
    else pieces[pieces.length - 1] = last + character;
  }
  return pieces;
}
