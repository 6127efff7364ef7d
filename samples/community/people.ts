/** The people of the sample community. All of them are invented. */

/** `offers` at a level, `seeks` up to one, of 5; `hours` are pledged a month; `sorry` is what they say when they cannot come. */
export interface Person {
  key: string;
  name: string;
  zone: string;
  interests: string[];
  offers: [skill: string, level: number][];
  seeks: [skill: string, level: number][];
  hours: number;
  sorry: string;
}

export const people: Person[] = [
  // Co-op Builders.
  { key: 'amara', name: 'Amara Okafor', zone: 'Europe/Berlin', interests: ['Food co-operatives', 'Fermentation'], offers: [['pricing', 4], ['facilitation', 3]], seeks: [['bookkeeping', 3]], hours: 5, sorry: 'My own board sits that evening.' },
  { key: 'jonas', name: 'Jonas Weber', zone: 'Europe/Berlin', interests: ['Bicycle logistics'], offers: [['bookkeeping', 5]], seeks: [['pricing', 3], ['hiring', 3]], hours: 5, sorry: 'Two riders short, so I ride.' },
  { key: 'lucia', name: 'Lucía Herrera', zone: 'Europe/Madrid', interests: ['Community gardens', 'Bread'], offers: [['hiring', 4]], seeks: [['fundraising', 3]], hours: 4, sorry: 'Frost tonight; the seedlings come first.' },
  { key: 'tomas', name: 'Tomáš Novák', zone: 'Europe/Prague', interests: ['Repair cafés'], offers: [['fundraising', 3], ['grant writing', 4]], seeks: [['facilitation', 2]], hours: 4, sorry: 'A deadline, at midnight.' },
  { key: 'mei', name: 'Mei Tanaka', zone: 'Europe/Berlin', interests: ['Packaging', 'Tea'], offers: [['supply chains', 5]], seeks: [['pricing', 4], ['negotiation', 3]], hours: 5, sorry: 'A lorry is late, so I wait.' },
  { key: 'farid', name: 'Farid Rahimi', zone: 'Europe/Berlin', interests: ['Bakeries'], offers: [['negotiation', 4]], seeks: [['supply chains', 3], ['bookkeeping', 2]], hours: 4, sorry: 'The oven again.' },
  { key: 'hanna', name: 'Hanna Lindner', zone: 'Europe/Berlin', interests: ['Vegetable boxes', 'Cold stores'], offers: [['member meetings', 4], ['logistics', 3]], seeks: [['bookkeeping', 3], ['hiring', 2]], hours: 4, sorry: 'The cold store is at eleven degrees and I have the only key.' },
  { key: 'yusuf', name: 'Yusuf Demir', zone: 'Europe/Berlin', interests: ['Corner shops', 'Backgammon'], offers: [['cash flow', 4], ['buying together', 4]], seeks: [['facilitation', 3], ['marketing', 2]], hours: 4, sorry: 'My father is minding the shop, and somebody must mind my father.' },
  { key: 'luca', name: 'Luca Ferrante', zone: 'Europe/Rome', interests: ['Pasta', 'Old machines'], offers: [['machine repair', 3]], seeks: [['negotiation', 3], ['pricing', 2]], hours: 3, sorry: 'The extruder has bitten through its belt.' },
  { key: 'marta', name: 'Marta Kowalczyk', zone: 'Europe/Warsaw', interests: ['Milk bars', 'Scales'], offers: [['menu costing', 5], ['pricing', 3]], seeks: [['hiring', 4], ['cash flow', 3]], hours: 4, sorry: 'Inspection in the morning, so tonight I scrub.' },
  { key: 'ilir', name: 'Ilir Hoxha', zone: 'Europe/Vienna', interests: ['Bees', 'Mountains'], offers: [['negotiation', 3], ['seasonal work', 4]], seeks: [['marketing', 3], ['cash flow', 2]], hours: 3, sorry: 'They are swarming, and they do not wait.' },
  { key: 'anneke', name: 'Anneke de Vries', zone: 'Europe/Amsterdam', interests: ['Cheese', 'Minutes'], offers: [['governance', 5], ['mediation', 3]], seeks: [['storytelling', 3]], hours: 4, sorry: 'A general assembly, and the quorum is me.' },
  { key: 'greta', name: 'Greta Holm', zone: 'Europe/Copenhagen', interests: ['Canteens', 'Rye'], offers: [['kitchen hygiene', 5], ['hiring', 3]], seeks: [['negotiation', 3], ['menu costing', 4]], hours: 4, sorry: 'Four hundred lunches tomorrow; two cooks ill.' },
  { key: 'samir', name: 'Samir Benali', zone: 'Europe/Paris', interests: ['Spices', 'Harbours'], offers: [['import papers', 5], ['supply chains', 3]], seeks: [['pricing', 3], ['governance', 2]], hours: 3, sorry: 'A container is standing in Fos and so am I.' },
  { key: 'oksana', name: 'Oksana Melnyk', zone: 'Europe/Berlin', interests: ['Bread', 'Choirs'], offers: [['baking', 5]], seeks: [['bookkeeping', 2], ['contracts', 2]], hours: 4, sorry: 'The sourdough is ready at seven and not at nine.' },
  // Harbour Makers.
  { key: 'ines', name: 'Inês Duarte', zone: 'Europe/Lisbon', interests: ['Boats', 'Wood'], offers: [['apprenticeships', 4], ['facilitation', 4]], seeks: [['fundraising', 2]], hours: 4, sorry: 'A hull has to be turned while the tide allows.' },
  { key: 'rui', name: 'Rui Carvalho', zone: 'Europe/Lisbon', interests: ['Tools'], offers: [['safety', 5]], seeks: [['apprenticeships', 3]], hours: 3, sorry: 'Hospital visit. Not mine.' },
  { key: 'sofia', name: 'Sofia Almeida', zone: 'Europe/Lisbon', interests: ['Textiles'], offers: [['marketing', 4]], seeks: [['pricing', 2]], hours: 4, sorry: 'The fair is on and I am alone at the stand.' },
  { key: 'kofi', name: 'Kofi Mensah', zone: 'Europe/Lisbon', interests: ['Furniture', 'Wood'], offers: [['negotiation', 3]], seeks: [['marketing', 3], ['safety', 2]], hours: 5, sorry: 'My daughter’s school play.' },
  { key: 'henrique', name: 'Henrique Moura', zone: 'Europe/Lisbon', interests: ['Diesel engines', 'Fado'], offers: [['diagnosis', 5]], seeks: [['storytelling', 2]], hours: 3, sorry: 'My knees.' },
  { key: 'carla', name: 'Carla Simões', zone: 'Europe/Lisbon', interests: ['Upholstery', 'Cinema seats'], offers: [['quoting', 4]], seeks: [['negotiation', 3], ['marketing', 3]], hours: 3, sorry: 'The theatre wants its seats back before the curtain.' },
  { key: 'beatriz', name: 'Beatriz Pinto', zone: 'Europe/Lisbon', interests: ['Ceramics', 'Glaze'], offers: [['kilns', 5]], seeks: [['quoting', 3], ['pricing', 3]], hours: 3, sorry: 'The kiln is at nine hundred and I do not leave it alone.' },
  { key: 'nuno', name: 'Nuno Teixeira', zone: 'Europe/Lisbon', interests: ['Sails', 'Wind'], offers: [['sewing', 5]], seeks: [['bookkeeping', 2], ['apprenticeships', 2]], hours: 3, sorry: 'Twelve knots from the north, and a regatta that has noticed.' },
  { key: 'aisha', name: 'Aisha Baldé', zone: 'Europe/Lisbon', interests: ['Metal', 'Gates'], offers: [['welding', 5], ['safety', 3]], seeks: [['hiring', 2], ['quoting', 3]], hours: 4, sorry: 'I promised a gate for Saturday, and it is Saturday.' },
  { key: 'tiago', name: 'Tiago Fonseca', zone: 'Europe/Lisbon', interests: ['Joinery', 'Drawing'], offers: [['drawing', 3]], seeks: [['quoting', 3], ['negotiation', 2]], hours: 5, sorry: 'Exam on Monday, and I have not opened the book.' },
  // War Story Circle.
  { key: 'elsa', name: 'Elsa Lindqvist', zone: 'Europe/Stockholm', interests: ['Libraries'], offers: [['storytelling', 5]], seeks: [['negotiation', 3]], hours: 5, sorry: 'A reading at the library.' },
  { key: 'david', name: 'David Cohen', zone: 'Europe/Berlin', interests: ['Schools'], offers: [['teaching', 5]], seeks: [['storytelling', 4]], hours: 2, sorry: 'Parents’ evening.' },
  { key: 'ravi', name: 'Ravi Menon', zone: 'Europe/Berlin', interests: ['Care co-operatives', 'Birds'], offers: [['listening', 5]], seeks: [['facilitation', 3], ['hiring', 3]], hours: 3, sorry: 'I stay with somebody tonight.' },
  { key: 'bridget', name: 'Bridget Nolan', zone: 'Europe/Dublin', interests: ['Ferries', 'Weather'], offers: [['risk', 4], ['logistics', 4]], seeks: [['storytelling', 4]], hours: 4, sorry: 'Force eight. Everything is cancelled, me included.' },
  { key: 'dagmar', name: 'Dagmar Vogt', zone: 'Europe/Berlin', interests: ['Courts', 'Sailing'], offers: [['mediation', 5], ['contracts', 4]], seeks: [['marketing', 1]], hours: 4, sorry: 'A hearing overran. Even in retirement they overrun.' },
  { key: 'thandi', name: 'Thandi Mokoena', zone: 'Africa/Johannesburg', interests: ['School buses', 'Radio'], offers: [['fleet', 5], ['hiring', 4]], seeks: [['teaching', 3]], hours: 3, sorry: 'The power is off until ten, and so is the router.' },
  // Second Shift.
  { key: 'noor', name: 'Noor Haddad', zone: 'Europe/London', interests: ['Tool libraries', 'Water mains'], offers: [['facilitation', 4], ['first customers', 4]], seeks: [['delegating', 3]], hours: 5, sorry: 'A main has burst. That is the day job.' },
  { key: 'callum', name: 'Callum Reid', zone: 'Europe/London', interests: ['Accordions', 'Post'], offers: [['repairs', 4]], seeks: [['pricing', 3]], hours: 3, sorry: 'Up at half past three. I am asleep.' },
  { key: 'ewa', name: 'Ewa Zielińska', zone: 'Europe/London', interests: ['Bread without wheat', 'Night buses'], offers: [['baking', 4], ['kitchen hygiene', 3]], seeks: [['pricing', 2], ['marketing', 3]], hours: 3, sorry: 'Swapped to nights. Ward seven, until eight in the morning.' },
  { key: 'deepak', name: 'Deepak Rao', zone: 'Europe/London', interests: ['Spices', 'Timetables'], offers: [['spreadsheets', 3], ['cash flow', 2]], seeks: [['marketing', 3], ['import papers', 4]], hours: 3, sorry: 'The last 76 is mine, and it leaves at 20:10.' },
  { key: 'fiona', name: 'Fiona Gallagher', zone: 'Europe/London', interests: ['Dogs', 'Tax'], offers: [['taxes', 5], ['bookkeeping', 4]], seeks: [['first customers', 3], ['pricing', 3]], hours: 4, sorry: 'A filing deadline. You know what that does to people.' },
  { key: 'moses', name: 'Moses Otieno', zone: 'Europe/London', interests: ['Cinema', 'Vans'], offers: [['events', 4]], seeks: [['cash flow', 3], ['negotiation', 2]], hours: 3, sorry: 'They want somebody at the gate, and I am somebody.' },
  { key: 'priya', name: 'Priya Nair', zone: 'Europe/London', interests: ['Soldering', 'Physics'], offers: [['teaching', 4], ['electronics', 5]], seeks: [['supply chains', 3], ['pricing', 2]], hours: 3, sorry: 'Mock exams: a hundred and twelve of them.' },
  { key: 'gwen', name: 'Gwen Prosser', zone: 'Europe/London', interests: ['Letterpress', 'Libraries'], offers: [['printing', 5]], seeks: [['storytelling', 3], ['first customers', 2]], hours: 3, sorry: 'The press is inked, and ink does not wait.' },
  { key: 'leila', name: 'Leila Farahani', zone: 'Europe/London', interests: ['Sweets', 'Teeth'], offers: [['marketing', 3]], seeks: [['negotiation', 3], ['kitchen hygiene', 4]], hours: 3, sorry: 'My mother has flown in, with a suitcase of pistachios.' },
  // Has asked to join.
  { key: 'ben', name: 'Ben Adeyemi', zone: 'Europe/London', interests: ['Bicycle trailers'], offers: [['spreadsheets', 5]], seeks: [['welding', 2]], hours: 2, sorry: 'The release slipped, and took my evening with it.' },
];
