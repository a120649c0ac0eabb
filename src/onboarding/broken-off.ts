import type { OnboardingState } from '../contract/state.ts';

/**
 * The state of an execution that ended without its last step, as a request that has ended: with what went wrong, unless the
 * state says by itself how it ended.
 * @param how the execution's status, and its error if it has one
 */
export function brokenOff(state: OnboardingState, how: string): OnboardingState {
  const { resolved, decision, board, outcomes, trouble } = state;
  const isDecided = decision !== undefined && decision.outcome !== 'approved';
  if (trouble || outcomes || isDecided || resolved?.users.length === 0) return state;
  return { ...state, trouble: { Error: board ? 'BrokenOff' : 'EndedEarly', Cause: how } };
}
