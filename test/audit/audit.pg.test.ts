import '../support/on-postgres.ts';
import './erase.test.ts';
import './export.test.ts';
import './list.test.ts';
import './retention.test.ts';
import './verify.test.ts';
