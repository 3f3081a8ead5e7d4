export const en = {
  invitedElsewhere:
    'Ask to be invited by another address of yours, or sign in to the account you have.',
  notCurrentPassword: 'This is not the current password.',
  differentPassword: 'Choose one that differs from the current password.',
  addressTaken: 'Somebody has this address already.',
  takesPerson: 'This takes somebody who signs in.',
  anotherWay: 'Your organisation asks you to sign in another way.',
  disabled: 'This account is disabled.',
  suspended: 'Your organisation is suspended.',
  givePassword: 'Enter a password.',
  passwordTooLong: 'At most 256 characters.',
  passwordTooShort: ({ least }: { least: number }) =>
    `Use at least ${least} characters; a sentence is fine.`,
  passwordGuessable: 'This password is too easy to guess.',
  passwordOfName: 'Do not use your own name or the product’s.',
};
