"""What a statement of a source without a name is, as editors judged others like it: an attack, an opinion, a
contentious claim, plain information, or no statement to the reporter at all."""
