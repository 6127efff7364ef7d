/** The zone whoever looks is in. */
export const HERE = Intl.DateTimeFormat().resolvedOptions().timeZone;
