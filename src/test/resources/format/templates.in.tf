locals  {
 plain =  "a  b   =   c"
      one="x${var     . a }y"
two ="${  var . a }${ var     .  b }"
   trim  ="a ${~  var.  a~} b"
      object=  "a${{     a =     1 }.a }b${{ b=2} }"
nested  = "a${join(     ","     ,[for     s in     var  . list :"<${ s  . name     }>"     ])     }"
directive = "%{if var.a}yes%{  else }no%{endif}"
      loop ="%{  for  x in  var     .     list ~}${  x}%{  endfor     ~}"  
escaped= "$${a  b} %%{c  d} \"q\" \\"
index= "a${var  . list[0]  }"
   sum =  "n${     1 + 2 }-${- 1}"
empty=""
      lines  = "a${f     (     
   var .a ,
   var.b
) }b"  
}
