import '../support/on-postgres.ts';
import './audit.test.ts';
import './concurrency.test.ts';
import './idempotency.test.ts';
import './migrations.test.ts';
import './paging.test.ts';
