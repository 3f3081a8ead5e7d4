/** When what stayed unread goes by mail: minutes later, at eight in the morning, or never. */
export const mailChoices = ['soon', 'daily', 'never'] as const;
export type MailChoice = (typeof mailChoices)[number];
