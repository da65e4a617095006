// A real mail server for tests: says on which port it listens, then each mail it took, a JSON object a line.
// Addresses that begin with "refused" are refused. With --user and --password it takes mails from them alone.
'use strict';
const { parseArgs } = require('node:util');
const { SMTPServer } = require('smtp-server');

const { values } = parseArgs({
  options: { user: { type: 'string' }, password: { type: 'string' } },
});

const server = new SMTPServer({
  authOptional: !values.user,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  onAuth(auth, session, done) {
    const known = auth.username === values.user && auth.password === values.password;
    done(known ? null : new Error('Unknown user'), { user: auth.username });
  },
  onRcptTo(address, session, done) {
    const refused = address.address.startsWith('refused');
    const error = refused ? Object.assign(new Error(`No such user ${address.address}`), { responseCode: 550 }) : null;
    done(error);
  },
  onData(stream, session, done) {
    const chunks = [];
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      console.log(
        JSON.stringify({
          from: session.envelope.mailFrom.address,
          to: session.envelope.rcptTo.map((r) => r.address),
          raw: Buffer.concat(chunks).toString('utf8'),
        }),
      );
      done();
    });
  },
});

server.on('error', () => {});
server.listen(0, '127.0.0.1', () => console.log(JSON.stringify({ port: server.server.address().port })));
process.stdin.on('end', () => process.exit(0)).resume();
