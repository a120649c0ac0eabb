/** Seconds of what a permission set says, such as `PT8H` or `PT1H30M`. */
export function secondsOf(duration: string): number {
  const [, hours = '0', minutes = '0', seconds = '0'] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(duration) ?? [];
  const sum = Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds);
  if (sum === 0) throw new Error(`${duration} is not the length of a session.`);
  return sum;
}
