import { setupCommand } from '../identity-center/terminal/setup.ts';

/** After the whole job, in the same bash or zsh: what Yuki does in a terminal of her own, which has to have an AWS CLI 2. */
export function commandsForCli(url: string): string[] {
  const block = `sed 's/.*"text":"\\(\\[sso-session[^"]*\\)".*/\\1/'`;
  const decision = `{"session":"'"$SESSION"'","userCode":"'"$USER_CODE"'","decision":"allow"}`;
  return [
    'With an AWS CLI 2 of your own, after that in the same bash or zsh (docs/cli.md):',
    '',
    '  # Yuki presses the button in her message about the portal, and pastes what she gets into a file that only this shell uses',
    `  curl -s ${url}/act/click -d '{"user":"U0YUKI","actionId":"set-up-cli"}'`,
    `  until curl -s '${url}/state?as=U0YUKI' | grep -q 'sso-session kumoworks'; do sleep 1; done`,
    `  ${setupCommand(url)}`,
    `  printf '%b\\n' "$(curl -s '${url}/state?as=U0YUKI' | ${block})" >> "$AWS_CONFIG_FILE"`,
    '  # It shows a code, which she confirms at the portal (from version 2.22 on, --use-device-code is wanted as well)',
    '  case "$(aws --version)" in aws-cli/2.[0-9].*|aws-cli/2.1?.*|aws-cli/2.2[01].*) DEVICE= ;; *) DEVICE=--use-device-code ;; esac',
    '  aws sso login --sso-session kumoworks --no-browser $DEVICE > "$BOARDING_PASS_HOME/login" & LOGIN=$!',
    `  USER_CODE=; until [ "$USER_CODE" ]; do sleep 1; USER_CODE=$(sed -n 's/.*user_code=//p' "$BOARDING_PASS_HOME/login"); done`,
    `  curl -s ${url}/portal/terminal -d '${decision}'; echo; wait $LOGIN`,
    '  aws sts get-caller-identity --profile sandbox-tokyo-Developer-444455556666',
    '  aws s3 ls --profile sandbox-tokyo-Developer-444455556666',
    '',
  ];
}
