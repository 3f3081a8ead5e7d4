import '../support/on-postgres.ts';
import './administer.test.ts';
import './invitations.test.ts';
import './sessions.test.ts';
import './set-up.test.ts';
import './sign-in.test.ts';
