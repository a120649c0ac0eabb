// Runs before every script, in whatever Node there is: without it an old one only says that it knows no `.ts`.
const needed = require('./package.json').engines.node.replace('>=', '');
const [major, minor] = process.versions.node.split('.').map(Number);
const [neededMajor, neededMinor] = needed.split('.').map(Number);

if (major < neededMajor || (major === neededMajor && minor < neededMinor)) {
  process.stderr.write(
    `boarding-pass needs Node ${needed} or later, and this is ${process.versions.node}: run npm ci, which brings one for all scripts, or install it from https://nodejs.org\n`,
  );
  process.exitCode = 1;
}
