/** An answer that AWS would give with an error shape: the name is what the SDK throws. */
export class AwsError extends Error {
  readonly status: number;
  /** What its shape has besides the message. */
  readonly fields: Record<string, string>;

  constructor(name: string, message: string, status = 400, fields: Record<string, string> = {}) {
    super(message);
    this.name = name;
    this.status = status;
    this.fields = fields;
  }
}
