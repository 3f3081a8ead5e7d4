export const en = {
  tookTooLong: 'It took too long. Try again.',
  passkeyNotAdded: 'This passkey could not be added. Try again.',
  notYourPassword: 'This is not your password.',
  giveCode: 'Enter the code.',
  wrongCode:
    'This code is not right, or was used already. If an app’s codes are refused again and again, let its device set the time by itself.',
};
