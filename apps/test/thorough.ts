/** Whether tests that come in two sizes take the large one, as `npm run test:thorough` has it: more kills, all rows of real files, every form of every question. */
export const thorough = process.env.THOROUGH === 'true';
