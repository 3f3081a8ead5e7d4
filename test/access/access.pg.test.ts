import '../support/on-postgres.ts';
import './barrier.test.ts';
import './delegation.test.ts';
import './explain.test.ts';
import './grants.test.ts';
import './last-administrator.test.ts';
