locals  {
 é =  "accent"
      abc="日本語"# wide
d ="e\u0301 é 👩‍👩‍👧 🇳🇱" # one each
   ee     =  "plain ascii" # plain
   }
