/** Stories told in the War Story Circle. */
import { told, type Story } from './story.js';

export const ofStories: Story[] = [
  {
    key: 'fridge', who: 'ravi', on: 'Two stories, no slides', toldTo: 'group', title: 'The roster on the fridge', skills: ['delegating', 'hiring'],
    text: told(
      'We are eleven nurses, and we own our firm. We go to people who want to die at home. We decided everything together, apart from who works when. For that there was a sheet on my fridge.',
      'It began because I had a fridge and the others had magnets. Whoever wanted to change a shift rang me. I changed it with a pencil. I was good at it. I knew that Katrin cannot do Thursdays and that Olu does not mind Christmas.',
      'In four years I was not once in a cinema. I counted the calls in one week, for the tax: ninety-three. Eleven of them while I sat with somebody who was dying. I went out into the corridor each time. It is not far. One hears the breathing through the door.',
      'With Herr Brandt I was in the corridor. It was Katrin, about the Thursday. When I came back in, his wife looked at me and said: “You have just missed him.” As if he had gone for the tram.',
      'She comforted me. She made tea. I sat in her kitchen, and on her fridge there hung a drawing by a child, and nothing else.',
      'That evening I told the others that we have to talk about the fridge, and somebody said: “But you like doing it.”',
    ),
    took: [
      ['kofi', 1, 'Who bought the fridge?'],
      ['elsa', 2, 'That she comforted him. I would cut nothing after the tram.'],
      ['bridget', 30, 'I have a radio instead of a fridge.'],
      ['dagmar', 60, '“But you like doing it.” I have sentenced people with gentler words.'],
    ],
  },
  {
    key: 'pram', who: 'bridget', on: 'The client who never complained', toldTo: 'network', title: 'The man with the pram', skills: ['risk'],
    text: told(
      'I run a ferry to an island of a hundred and sixty people. Forty minutes out, forty back. I leave at six sharp, and I was known for it. They set the clock in Conneely’s by me.',
      'One evening in October there is a man running down the pier with a pram. He is at the ice house. That is a minute and a half for a man, with a pram two. I have the lines off. There is a swell coming, mind you, and I said so afterwards to everybody: there was a swell.',
      'I look at him, and he looks at me. I put her astern.',
      'He was a regular. Every Friday, nine years, never a word of complaint about anything, about the toilet even. He did not shout now either. He stopped and put the brake on the pram. That is what I saw last, him putting the brake on.',
      'He slept in his car. He took the morning boat and said good morning. He went on saying good morning for the whole of that winter, and in spring the council got a petition to give the run to Doherty, a hundred and twelve names, and his was the first, in a very neat hand.',
      'I have told it many times, and always with the swell. It was a metre. I have had hens aboard in worse.',
    ),
    took: [
      ['sofia', 1, 'I wanted to know what was in the pram.'],
      ['kofi', 2, 'He put the brake on.'],
      ['thandi', 45, 'Two minutes. We write ours down now, with the reason.'],
      ['noor', 100, 'A client who never complains is not a happy client. I had four and counted them as a success.'],
    ],
  },
  {
    key: 'giveback', who: 'elsa', on: 'The grant we should not have taken', toldTo: 'network', title: 'Four hundred thousand kronor', skills: ['storytelling', 'fundraising'],
    text: told(
      'The foundation wanted young readers. We have old ones. They are there at nine, when I unlock; they read the newspaper on a stick and argue about ice hockey.',
      'But it was four hundred thousand kronor, and the roof let in water over Biography. So I wrote an application about young people. I wrote it well. I invented nothing. I only left out who is sitting there.',
      'We got beanbags. We got a screen. To make room for them I moved the newspapers down to the cellar, where there is a good lamp. I said that it would be quieter for them there.',
      'The young came twice. They were friendly and took the cables.',
      'In the sixth month I went down to the cellar to fetch a chair. There was one left of the nine, Herr Sandberg, with his coat on. I asked where the others were. He said: “One does not go down to read. One goes down to fetch potatoes.”',
      'There were two hundred and ten thousand left. I wrote to the foundation what I have told you now, in the same order, without a single figure about visitors. I signed it and carried it to the letter box on Storgatan. It was a Friday. They had promised us a second year.',
    ),
    took: [
      ['kofi', 1, 'The letter that hid nothing. I would have spent it and been sorry.'],
      ['dagmar', 2, '“I invented nothing.” The most frequent sentence of my working life.'],
      ['tomas', 6, 'I have written that application. I know exactly which sentence it was.'],
      ['lucia', 60, 'Whoever sits there at nine belongs in the first line.'],
    ],
  },
  {
    key: 'buses', who: 'thandi', on: 'A partnership that ended well', toldTo: 'network', title: 'Eleven buses and a yellow one', skills: ['fleet', 'contracts'],
    text: told(
      'Sipho and I bought our first bus in 2009, together, a Toyota with two hundred thousand on the clock and a hole in the floor. The children dropped their crusts through it. In 2022 we had eleven, and we could not be in a room.',
      'Nobody stole. It was petrol. He wanted to fill up at his brother’s and I wanted to fill up where it was cheap. That was nine years old by then. We had stopped saying it; we only did it.',
      'But in 2010, when we liked each other, my aunt had made us write down how we would stop. One page, in a kitchen. Each writes a list of all the buses in the order in which they would want them. Then one chooses, then the other. Whoever has the old ones gets the routes near town. We laughed, and signed, and she put it behind the clock.',
      'So we met, on a Sunday, with her in the middle. She is eighty-one. It took two hours. He took the Mercedes, I took the Mercedes. At the end there was one left on both lists, at the bottom: the Toyota, yellow, not driven in six years. Nobody had named it. The page said nothing about a rest.',
      'He looked at the table. I said: “You can have her.” He said: “No. You.” And my aunt, who wanted her lunch, said: “Then she stays here.”',
      'She is in the yard. There are hens in her. We both pay for the tyres, and I do not know what for.',
    ),
    took: [
      ['jonas', 1, 'They wrote it down while they liked each other.'],
      ['dagmar', 1, 'I should like to hang that page in every notary’s office.'],
      ['elsa', 3, 'The hens. Not one word after the hens, though.'],
      ['fiona', 20, 'Callum and I nearly went in together. We made a page first, and did not.'],
    ],
    revised: { days: 24, text: told(
      'Sipho and I bought our first bus in 2009, together, a Toyota with two hundred thousand on the clock and a hole in the floor. The children dropped their crusts through it. In 2022 we had eleven, and we could not be in a room.',
      'Nobody stole. It was petrol. He wanted to fill up at his brother’s and I wanted to fill up where it was cheap. That was nine years old by then. We had stopped saying it; we only did it.',
      'But in 2010, when we liked each other, my aunt had made us write down how we would stop. One page, in a kitchen. Each writes a list of all the buses in the order in which they would want them. Then one chooses, then the other. Whoever has the old ones gets the routes near town. We laughed, and signed, and she put it behind the clock.',
      'So we met, on a Sunday, with her in the middle. She is eighty-one. It took two hours. He took the Mercedes, I took the Mercedes. At the end there was one left on both lists, at the bottom: the Toyota, yellow, not driven in six years. Nobody had named it. The page said nothing about a rest.',
      'He looked at the table. I said: “You can have her.” He said: “No. You.” And my aunt, who wanted her lunch, said: “Then she stays here.”',
      'She is in the yard. There are hens in her.',
    ) },
  },
  {
    key: 'nearly', who: 'sofia', on: 'The week we nearly closed', toldTo: 'group', title: 'The key', skills: ['cash flow', 'storytelling'],
    text: told(
      'It was the week before Easter. I had eleven looms, four weavers and two hundred and six euros. A hotel in Porto owed us nine thousand for curtains that had been hanging since January. I had seen photographs of them with guests.',
      'I did not tell the weavers. On Monday I said that the bank was slow. On Tuesday I sold my grandmother’s loom to a decorator, who wanted it for a window. On Wednesday I paid two of the four and told each of them that she was the last one I had still to pay.',
      'On Thursday Dona Graça stayed behind. She is sixty-eight, and she taught me to tie a weaver’s knot. She said: “The big loom is gone.” I said that it was being repaired. She looked at the place where it had stood; there were four clean squares on the floor. She fetched the broom and swept there, as if it had been dusty, and went home.',
      'On Good Friday I went in alone. I wanted to lock up, and put a note on the door. I had the note. It said “closed for reasons of health”. I had the key in the lock.',
      'I still do not know why I left out what I did then, each time I have told this. I left it out because I was ashamed of how long I stood there.',
    ),
    took: [
      ['elsa', 1, 'The four clean squares.'],
      ['amara', 1, 'That each was told she was the last. I took notes, and noticed that everybody did.'],
      ['ravi', 3, 'She swept, so that you would not have to say it.'],
      ['dagmar', 5, 'I should have asked for the date, and you would have given it to me, and that would have been all.'],
    ],
  },
  {
    key: 'class', who: 'david', on: 'The class that taught its teacher', toldTo: 'network', title: 'The class that finishes', skills: ['teaching', 'storytelling'],
    text: told(
      'I have a class of twelve-year-olds, the 6b, and on Fridays in the sixth lesson nobody learns anything. So I tell them something. This time I told of Abel, who was at school with me and had no gloves.',
      'I have told it for twenty years. He had no gloves, we laughed, and in January he did not come any more. Then I say something about kindness, and the bell rings.',
      'That Friday my voice was gone at “January”. I had a cold. I wrote on the board: GO ON. I sat down in the last row.',
      'They were quiet at first. Then Mina said that he had moved, to an aunt. Somebody said no, dead. They voted, which I had not expected, and dead lost. Then Emre, who never speaks, said: “He did come back. In February. And he had gloves, and you had known where from and had said nothing.”',
      'It was so. I had never told it to anybody. His gloves were mine. My mother had given them away, and I had recognised them, on his hands, and for the rest of that winter I told everyone that they were stolen.',
      'I do not know how Emre knew. I think that he did not know; he only looked at where the hole in the story was, and put in what fits.',
      'The bell rang. They got up. Mina said: “Is that the end now?” I had no voice to say so.',
    ),
    took: [
      ['elsa', 1, 'He decided nothing about the end. I would not dare to.'],
      ['thandi', 1, 'They know where the road is bad.'],
      ['farid', 2, 'I was a guest that evening and have thought about gloves since!'],
      ['anneke', 4, 'They voted, and dead lost.'],
      ['priya', 20, 'I sat down in the last row of 9c on Tuesday. It was terrible. On Thursday it was better.'],
    ],
  },
  {
    key: 'letter', who: 'jonas', on: 'A letter never sent', toldTo: 'network', title: 'Eighteen months and a van', skills: ['contracts', 'storytelling'],
    text: told(
      'The letter has five pages. I wrote it on 9 November, three years ago, to Stefan, with whom I had a courier firm: six riders, one van, half each. I shall read you only the sums.',
      'The van cost fourteen thousand. He says that he paid eight. I have receipts for seven of my own. That makes fifteen, so one of us has paid a thousand euros for nothing, and for eighteen months we argued which one.',
      'In that time we paid two lawyers four thousand two hundred. The van stood at his cousin’s, because neither was to drive it; it lost five thousand in value and, in the second winter, a door. Two of the riders left. I did his half of the books at night so that I could prove that he was not doing them.',
      'Page four says that I forgive him. I noticed only last week that it does not say what for.',
      'Page five is blank. I counted it because it was in the envelope.',
      'He has a daughter now. I know that from the newspaper. I found the thousand euros, by the way: it was the deposit, paid in cash, by my mother, who had not wanted to be mentioned.',
    ),
    took: [
      ['amara', 1, 'By telephone one hears where he hurries. It was at the daughter.'],
      ['david', 2, 'In the co-op I would have asked for the sum, and he would have told me, and that would have been all.'],
      ['anneke', 5, 'Page five was blank and he counted it. I have annexes like that.'],
      ['dagmar', 12, 'We spoke for an hour about the thousand euros. It was never about the thousand euros.'],
      ['ravi', 14, 'He did not say “I forgive him” aloud. He said that it says so.'],
    ],
  },
];
