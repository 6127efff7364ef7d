/** What events are called, as they are stored and as they are read. */

/** `AttendanceCorrected` as it is read: `Attendance corrected`. */
export function typeInWords(type: string): string {
  const words = type.replace(/^Rsvp/, 'Answer').replace(/([a-z0-9])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
