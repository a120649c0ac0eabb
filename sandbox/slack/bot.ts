/** The app as it is installed in the sandbox's workspace. */
export const bot = { user: 'U0BOARDING', id: 'B0BOARDING', app: 'A0BOARDING', name: 'boarding-pass' } as const;

export const tokens = { bot: 'xoxb-0-sandbox', app: 'xapp-1-A0BOARDING-0-sandbox' } as const;

/** What a bot that is called over HTTP is told to check. */
export const signingSecret = 'sandbox-signing-secret';

/** Another app of the same people: what somebody has who mixes up the tokens of two. */
export const otherApp = { app: 'A0OTHER', token: 'xapp-1-A0OTHER-0-sandbox' } as const;

/** Where Slack Connect's people come from. */
export const otherTeam = 'T0OTHER';
