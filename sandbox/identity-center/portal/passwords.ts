// https://docs.aws.amazon.com/singlesignon/latest/userguide/password-requirements.html
const classes = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^A-Za-z0-9]/];

/** Whether Identity Center takes it as somebody's password. */
export const isAccepted = (password: string): boolean =>
  password.length >= 8 && password.length <= 64 && classes.every((each) => each.test(password));
