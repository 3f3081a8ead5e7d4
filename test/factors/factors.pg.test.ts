import '../support/on-postgres.ts';
import './passkeys.test.ts';
import './second-factor.test.ts';
