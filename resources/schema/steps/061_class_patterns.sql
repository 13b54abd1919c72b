-- The same ranges as one pattern: a file of 50,000 members has 200,000 fields, and taking each apart character by character took a minute.
alter table app.character_classes add column pattern text;
