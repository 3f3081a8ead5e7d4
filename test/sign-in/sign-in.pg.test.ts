import '../support/on-postgres.ts';
import './lock.test.ts';
import './password-reset.test.ts';
import './sessions.test.ts';
import './sign-in.test.ts';
import './steps.test.ts';
