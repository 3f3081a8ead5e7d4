import '../support/on-postgres.ts';
import './administer.test.ts';
import './claimed-once.test.ts';
import './invitations.test.ts';
import './invited-elsewhere.test.ts';
import './machines.test.ts';
import './move.test.ts';
import './set-up.test.ts';
