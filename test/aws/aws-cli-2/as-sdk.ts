// Run by itself in somebody's shell: what the AWS SDK makes of the settings there, and of the token of `aws sso login`.
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { fromIni, fromSSO } from '@aws-sdk/credential-providers';

const [, , profile = ''] = process.argv;
const arns: (string | undefined)[] = [];
for (const credentials of [fromSSO({ profile }), fromIni({ profile })]) {
  const sts = new STSClient({ region: 'eu-west-1', credentials });
  arns.push((await sts.send(new GetCallerIdentityCommand({}))).Arn);
}
process.stdout.write(JSON.stringify(arns));
