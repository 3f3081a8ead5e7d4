import '../support/on-postgres.ts';
import './bad-input.test.ts';
import './bad-packets.test.ts';
import './matrix.test.ts';
import './secrets.test.ts';
