export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What goes over a wire: optional fields may be undefined, dates and class instances may not. */
export type Plain = undefined | null | boolean | number | string | Plain[] | { [key: string]: Plain };

/** The hard limit on every state's input and output and on a queue's body: Step Functions quotas, 256 KiB. */
export const payloadLimit = 262_144;

export const isTooLarge = (text: string): boolean => Buffer.byteLength(text) > payloadLimit;
