/** Stories told among those who build co-operatives. */
import { told, type Story } from './story.js';

export const ofCoop: Story[] = [
  {
    key: 'asked', who: 'amara', on: 'The price nobody could pay', toldTo: 'network', title: 'Twenty-one euros', skills: ['pricing'],
    text: told(
      'In our second spring we put the box up from eighteen euros to twenty-one. I had sat over it for a whole Sunday, and twenty-one is what it costs. I wrote to everybody. The letter had a table in it.',
      'Two restaurants left in the same week. Together they were six hundred euros a month. I told the board that people do not want to pay for good food, and the board nodded, because we like to nod at that.',
      'In June I walked past one of them, and there was a crate from the wholesaler in the yard. I went in. Nadira was peeling beans. She told me what she pays him: twenty-three. “So it was not the price,” I said. “What price?” she said. “With him I know on Sunday what I get on Tuesday. You come on Tuesday or on Wednesday.”',
      'The other one has no yard. He would have paid twenty-four if we had taken our empty crates back.',
      'Neither of them had read the table. I had not rung either of them, in two years, about anything but bills.',
    ),
    revised: {
      days: 268, title: 'The telephone call',
      text: told(
        'In our second spring we put the box up from eighteen euros to twenty-one. I had sat over it for a whole Sunday, and twenty-one is what it costs. I wrote to everybody. The letter had a table in it, and I was proud of the table.',
        'One restaurant left on the Monday, by mail, in four words. On the Wednesday I was in the store with a headcount of cabbages in my hand when the telephone rang, and on it stood Nadira, who was the other one.',
        'I knew what she would say: twenty-one. I had the answer ready. It was in column three. I had the sheet on the wall in front of me, and I could have read it out to her in under a minute: seed, water, rent, diesel, the Saturday people.',
        'What I did not have was one single thing about her. I did not know what day she plans, where she puts the crates, what she pays somebody else. In two years I had never rung her about anything but a bill.',
        'It rang for the third time. I had the receiver in one hand and the cabbages in the other.',
      ),
    },
    took: [
      ['jonas', 3, 'That the letter had a table in it. So does mine.'],
      ['lucia', 4, 'The empty crates. We have sixty of other people’s in the garden.'],
      ['tomas', 9, 'I could hear her peel the beans.'],
      ['mei', 334, 'The new end. I have told it on, with my own answer, to people who had waited years for the question.'],
    ],
  },
  {
    key: 'pallet', who: 'mei', on: 'One late pallet', toldTo: 'group', title: 'One pallet', skills: ['supply chains'],
    text: told(
      'On the third of March a pallet of bread boxes did not leave Riesa. The driver had a tooth. I did not know of the tooth. I knew that the pallet was on my screen and green.',
      'It was green because somebody had scanned it at five in the morning, on the ramp, where it stayed.',
      'Four bakeries had boxes for one day. I told the first one at two that it was on its way. I told the second one at three that it would be there soon. By the fourth I had heard myself say it so often that I was annoyed with him for asking. He was Farid. He said: “Do you see it?” I said: “It is green.” He said: “Go and look whether it is a box.”',
      'I drove out. An hour and ten minutes. It was the third row, shrink-wrapped, wet on top.',
      'He had already borrowed two hundred boxes from a cake shop, and they said “Happy Christening” on the lid. He sold bread in them for two days. People asked who had been christened.',
      'I have gone to look twice a month since then. The screen is still green. I like it less.',
    ),
    took: [
      ['farid', 1, 'I was the fourth! I did not know that I was the fourth.'],
      ['ilir', 3, 'My spring is green on paper as well.'],
      ['hanna', 6, 'Go and look whether it is a box. I have written it on the cold store.'],
      ['samir', 75, 'We have an online map of the sea with my container on it. It has been in Fos for a week.'],
    ],
  },
  {
    key: 'flu', who: 'farid', on: 'When the founder is in the way', toldTo: 'group', title: 'The week I had the flu', skills: ['delegating', 'hiring'],
    text: told(
      'In January I was in bed from Monday to Saturday, forty degrees, my mother beside me with a wet towel like a film. In twelve years I had not missed one night. I rang the bakery every hour until Samira took away my telephone. Samira is nineteen. She hung up on me!',
      'So I lay there and counted what would go wrong. The rye, because nobody else hears when it has had enough. The order for the hospital, because it is in my head. The boy, who is always late, because nobody would shout.',
      'On Sunday I went in, grey, holding on to the wall. I looked at the book. Monday: nothing. Tuesday: nothing. They had sold more than in the week before. On Thursday it said, in Samira’s writing: “Rye good. We open the window now.” I had been closing that window for twelve years because of my neck.',
      'And the boy had been on time. I asked him why. He said: “Samira does not shout, so I would have heard myself come in.”',
      'I stood there with my coat on. Everybody was very kind. Somebody brought me a chair, in my own bakery, and I sat in the way.',
    ),
    took: [
      ['tomas', 2, 'The chair. I went home and looked for mine.'],
      ['amara', 3, 'That he told it laughing until the chair.'],
      ['greta', 5, 'I have not been ill in six years, on purpose. I shall think about that.'],
      ['yusuf', 8, 'My father is that man, and I am Samira, and I have never dared to hang up.'],
    ],
  },
  {
    key: 'lease', who: 'oksana', on: 'What a box really costs', toldTo: 'group', title: 'Whose oven', skills: ['contracts'],
    text: told(
      'I came with two bags and my mother’s sourdough in a jar, in my coat, under the arm, so that it stays warm. After eight months I had a bakery. The landlord was polite. The lease had eleven pages. He said that it is all normal. I said yes. I said yes to everything in that year; it was my best word.',
      'I bought an oven. It is from Bolzano, four decks, nineteen thousand euros. Half is borrowed from my cousin in Chicago. They took out a window to bring it in, and the whole street stood and clapped.',
      'In autumn a man comes to read the meter. He looks at the oven and says: nice, so now he has a bakery. I say: I have a bakery. He says: no, no, built in is built in. He says it as one says good day.',
      'That evening I took a dictionary and a yellow pen. It was on page seven. What is fixed to the wall stays with the wall. They had fixed it with eight bolts, because I had asked them to be careful.',
      'I have the pages here. Hanna has read them. I have not said anything to him yet. He bought two loaves on Friday, and he gave the girl a tip.',
    ),
    took: [
      ['hanna', 1, 'I read it three times. I have counted the bolts in my own store since.'],
      ['jonas', 2, 'Three leases in a folder called later.'],
      ['marta', 4, 'She carried the dough under her arm. I carry the cash box like that.'],
      ['samir', 6, 'The best word. I used it for six years, at customs.'],
    ],
  },
];
