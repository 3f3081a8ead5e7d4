import '../support/on-postgres.ts';
import './barrier.test.ts';
import './break-glass.test.ts';
import './grants.test.ts';
import './last-administrator.test.ts';
import './requests.test.ts';
