/** Stories told among the makers at the harbour. */
import { told, type Story } from './story.js';

export const ofHarbour: Story[] = [
  {
    key: 'bench', who: 'kofi', on: 'The bench that lost sixty euros', toldTo: 'network', title: 'Sixty euros', skills: ['apprenticeships', 'quoting'],
    text: told(
      'A lady wanted a bench for her hall, oak, a metre forty. I was busy, and Tiago was standing there, so I said: “Ask him what it costs.”',
      'He went red. He took paper. He wrote for an hour, and then he told her two hundred and twenty, and she said yes so fast that I knew.',
      'I had seen it upside down on his paper. He had the wood, and he had the oil, and he had two days. It is four days. He had left out that one has to go and fetch the oak, and that the oak that one fetches is never the oak that one needs.',
      'I could have said: “He means two hundred and eighty.” She would have paid it. I had it in my mouth.',
      'My master would have said it, in front of the lady, and I would have hated benches.',
      'So he built it. On the third day he stopped whistling. On the fourth he came with the paper and said: “I have worked today for nothing.” I said: “Yes.” He said: “You knew.” I said: “Yes.” He did not speak to me until Monday.',
      'On Monday he had drawn the next piece, before he cut anything, with the way to the sawmill on it and a time beside each line. I have been a joiner for twenty-six years, and I have never drawn the way to the sawmill.',
    ),
    took: [
      ['nuno', 1, 'He had it in his mouth. I have never once kept it there.'],
      ['ines', 2, 'Four days of saying nothing. It is the longest story that he has told.'],
      ['beatriz', 5, 'The way to the sawmill belongs in the price. So does the way to the clay.'],
      ['jonas', 30, 'I would have corrected him in front of her, and called it service.'],
      ['tiago', 100, 'I was the paper. It is all true, but it was until Tuesday.'],
    ],
  },
  {
    key: 'saw', who: 'rui', on: 'What the saw taught us', toldTo: 'group', title: 'The guard was on the shelf', skills: ['safety'],
    text: told(
      '14 September 2011, a Wednesday. Twenty past four. I had nine boards to rip and a customer at five.',
      'The guard was on the shelf. I had taken it off in the morning for a narrow piece. To put it back takes forty seconds. I know because I have timed it since, more often than I can say.',
      'Board seven had a knot. I saw the knot. I pushed. The saw took the board, and it took these two. It does not hurt. There is a noise, and then it is very quiet, and one sees that the radio is still on.',
      'I had an apprentice then, Marco, seventeen. He did everything right. He switched off, he tied the arm, he rang, he put them into a bag with ice. Then he swept the floor. Nobody had told him to. When they carried me out he was sweeping, and I thought: a good boy, he sweeps.',
      'He never came back. He drives a taxi in Setúbal. I met him once; he held the door open and looked at my face, all the time, so as not to look down.',
      'The surgeon was called Dr Antunes. The customer came at five and took six boards.',
      'I have told you what I lost. I have not yet told you that I had shown Marco, that very morning, how one works with the guard off, because it is quicker.',
    ),
    took: [
      ['kofi', 1, 'That the boy swept.'],
      ['aisha', 1, 'Forty seconds. I have it on tape above my grinder now.'],
      ['sofia', 2, 'He left the worst for last, and I nearly did not hear it because I thought that it was over.'],
      ['carla', 4, 'I work beside you, and I had thought it was an accident.'],
      ['henrique', 6, 'Wednesday. Mine was a Monday.'],
    ],
  },
  {
    key: 'no', who: 'ines', on: 'Saying no to a customer', toldTo: 'group', title: 'Eleven thousand euros, standing', skills: ['negotiation', 'apprenticeships'],
    text: told(
      'You saw it. He stood there in good shoes and wanted the boat in fourteen weeks. Eleven thousand, half of it in the envelope. It lay on the thwart the whole time.',
      'What you could not see: we had nine hundred in the bank. The slip needs a new roof before the rain. João’s wife is expecting.',
      'Two years ago such a man stood there, and I said yes. That was the Alma, in fourteen weeks as well. She should have had thirty. João glued at night, I glued at night, Rita did the planks of a grown man. The garboard went on wet, because it was that or the date. I knew it. I put my hand on it, and it was wet.',
      'She was launched on the day. There was music. In November he rang from Peniche: she takes water. He was kind about it. I took her back, opened her, did it again, for nothing, from November until February, and Rita left in December. She wrote: “I came to learn how one does it.”',
      'So when this one stood there I looked at the envelope and thought of Rita’s handwriting.',
      'He asked when, then. I said thirty weeks. He said that he would have to sleep on it, and he took the envelope with him. I do not know whether he will come back. I wanted you to see it while I do not know.',
    ),
    took: [
      ['rui', 1, 'She put her hand on it and it was wet. I have had that hand.'],
      ['tiago', 2, 'That she showed us before she knew.'],
      ['aisha', 3, 'I would have taken the envelope. I have two wet gates out there.'],
      ['carla', 9, 'He came back. Thirty weeks. I was in the lane and I saw the shoes.'],
    ],
  },
];
