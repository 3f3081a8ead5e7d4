export const en = {
  records: { accessRequest: 'Access request' },
  deeds: {
    'access.approve': 'Approved an access request',
    'access.breakGlass': 'Used emergency access',
    'access.end': 'Ended temporary access',
    'access.expire': 'Temporary access expired',
    'access.refuse': 'Declined an access request',
    'access.remind': 'Sent a reminder that access ends soon',
    'access.request': 'Requested access',
    'access.withdraw': 'Withdrew an access request',
  },
};
