import type { AccountRef, OnboardingRequest } from '../contract/request.ts';

/** What one request gave somebody, or asks for. */
export type Access = { request: OnboardingRequest; accounts: AccountRef[]; decidedBy?: string | undefined };

/** The newest requests that are about somebody: what they gave, and what waits for a decision. */
export type RecentAccess = { given: Access[]; open: Access[] };
