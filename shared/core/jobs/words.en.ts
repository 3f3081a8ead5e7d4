export const en = {
  jobLeft: 'The process ended while this was leaving it.',
  jobTooOften: 'It was begun too often.',
  jobUnreadable: 'What it has to do cannot be read with the key of this server.',
  jobStuck: 'The server could not go on with it.',
  mailNotWritten: 'The mail could not be written to the outbox.',
  mailUnanswered: 'The mail server did not answer.',
};
