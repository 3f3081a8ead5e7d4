import '../support/on-postgres.ts';
import './feed.test.ts';
import './presence.test.ts';
import './revocation.test.ts';
import './subscriptions.test.ts';
