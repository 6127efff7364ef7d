/** Stories told among those who start something beside their work. */
import { told, type Story } from './story.js';

export const ofShift: Story[] = [
  {
    key: 'depot', who: 'callum', on: 'What the employer may know', toldTo: 'group', title: 'The bellows in locker nineteen', skills: ['first customers'], withdrawnAfter: 19,
    text: told(
      'I had an accordion in my locker at the depot for two years, in pieces, because there is no room at home. Nobody minded. My line manager, I’ll call him Brian, would put his head in and say: “How’s the patient?”',
      'Then I took a job for a pub, eighty pounds, and did the bellows in my breaks. Forty minutes a day, my own forty minutes. I had the kettle for the glue. And one morning somebody’s birthday card went out with a thumbprint of hide glue on it, and a feather, and it was to a councillor.',
      'Brian had to write it up. He came to the locker with the form and read the questions out, and when he came to “Is the employee conducting a business on the premises?” he stopped and said: “Is he?” As if he was asking me about a third man.',
      'I said that he was mending a thing for a friend. Brian wrote it down. He knew fine. He has a boy with a paper round, and he said, writing: “Eighty, was it? You’re too cheap.”',
    ),
    took: [
      ['noor', 2, 'Your manager was your second customer.'],
      ['fiona', 3, 'I would not have written it down either, and it is my job.'],
      ['moses', 6, 'Forty minutes a day of one’s own. I have four hours at a gate.'],
    ],
  },
  {
    key: 'stall', who: 'ewa', on: 'The market stall in the rain', toldTo: 'group', title: 'Nineteen loaves', skills: ['first customers', 'baking'],
    text: told(
      'I came off nights at eight. I had baked from two to seven in the afternoon before, and slept from seven to nine, if one calls it that. At half past nine I was on the bus with nineteen loaves in a shopping trolley and a table under my arm.',
      'The stall costs thirty-five pounds. At ten it began to rain. At eleven a wheel came off the trolley. I had a sign, “bread without wheat”, and the ink ran, and then it said “bread without”.',
      'People came. They came under my roof, because it rained, and looked in the other direction. One man asked whether there was anything in it. I said: buckwheat, seeds, time. He said that his wife is the one who has that, and he would ask her. A boy ate the whole plate of tasters.',
      'I sold six. Five I knew: two porters, a woman from X-ray, and two I had had as patients, who bought because they were sorry for me. The sixth was a lady who put the loaf against her cheek because it was warm.',
      'Six times four pounds fifty. I had made eight pounds of loss and been awake for twenty-six hours. I carried thirteen loaves home in my arms, without the trolley, like babies. I was on the ward at nine, and I put them in the staff kitchen with no note.',
      'In the morning they were gone, and on the board it said: “Who was that?”',
    ),
    took: [
      ['leila', 1, 'Ask who the six were.'],
      ['noor', 2, '“Bread without.” I would have stood there with it for a year.'],
      ['gwen', 20, 'I shall print you a sign that does not run. It will say “Who was that?”'],
      ['callum', 2, 'I sort the post for that ward. They have asked me about it as well.'],
    ],
  },
  {
    key: 'tin', who: 'fiona', on: 'Tax, told by somebody who likes it', toldTo: 'network', title: 'The man with the biscuit tin', skills: ['taxes', 'listening'],
    text: told(
      'I work on the third floor, where the letters come from. I have written about nine thousand of them. They are good letters; a committee made them.',
      'In 2018 there was a roofer who did not answer. Letter one, two, three. Penalty, daily penalty, and so on, as it goes; it was fourteen hundred pounds in the end, on a debt of two hundred and ten. Nobody had done anything wrong. I certainly hadn’t.',
      'Then he came in. Nobody comes in. There is a counter with a bell, and I was passing. He put a biscuit tin on it. In the tin there were all of our letters, eleven of them, in order, not opened. He said: “I brought them back.”',
      'He could not read. He was fifty-three. His wife used to do it, and she had died the spring before the first letter. He had known what they were by the window in the envelope.',
      'We did it there at the counter, in forty minutes, with the bell between us. The two hundred and ten was a mistake. He had overpaid by sixty.',
      'I got the penalties struck off, and I got a note on my file for having served somebody at a counter that is not staffed.',
      'I like tax. I like it when it comes out. But I cannot look at a window envelope since then, and when I began with the dogs I rang people up.',
    ),
    took: [
      ['noor', 1, 'I brought them back.'],
      ['leila', 2, 'I have a tin as well. I opened mine that night.'],
      ['priya', 3, 'She said “as it goes”. I say that about marks.'],
      ['ravi', 15, 'By the window in the envelope. I have read to people who said that they had lost their glasses.'],
      ['bridget', 40, 'It is on a noticeboard on our island now, without the name.'],
    ],
  },
  {
    key: 'bulb', who: 'moses', on: 'The customer who became a friend', toldTo: 'group', title: 'Two hundred chairs for Mr Pell', skills: ['events', 'cash flow'],
    text: told(
      'My first customer was Mr Pell of the bowls club. He hired me for the summer film: projector, screen, two hundred chairs, four hundred pounds. We drank tea. He asked about my mother.',
      'In the second year he rang and said: “Same again?” And at the end of the evening he pressed my hand and said: “We’ll settle up.” I said of course. You do not ask a friend for the money while he is holding your hand.',
      'In the third year also. I brought a better screen. My wife said: “What is it that he pays?” I said that he is a good man. She said she had not asked that.',
      'In the fourth year the bulb went, in the middle, in the kiss. A bulb is two hundred and sixty pounds. I stood behind the projector in the dark with two hundred people clapping slowly, and I did the sum for the first time: I had never bought a spare, because I was waiting for the eight hundred from Mr Pell.',
      'He made a speech, in the dark. He was very funny. He said: “Our friend Moses will have us right in no time.” And they all cheered for me.',
    ),
    took: [
      ['deepak', 1, 'Nobody gets on my bus because I like him. I have said it to four people now.'],
      ['fiona', 2, 'She had not asked that.'],
      ['gwen', 6, '“Our friend.” It is the dearest word in the trade.'],
    ],
    revised: { days: 12, title: 'Our friend Moses' },
  },
];
