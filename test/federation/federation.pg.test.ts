import '../support/on-postgres.ts';
import './flow.test.ts';
import './hostile.test.ts';
import './providers.test.ts';
