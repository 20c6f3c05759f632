locals  {
 negative =  - 1
 minus =2- 1
   a     = var .x -  1
      b=     var  . x - - 1
c  = -var . x  +1  
 d=  [- 1, -2]
   e=f     ( -     1 )
f =!var. on
g =  !     (var  . on  && var.off     )||!     var.other
   h     =  var . on?  1: 2
i     =var.     on?     -1  :  - 2
   j=x>=1&& y <=  2 ||z ==3&&w!= 4
      k  =  var  .list  [     0     ]
l=var  .     list     [0  ] .name
      m =var     .list [*].  id
n=  var .list. *  . id
o = f ( 1  ,2 )
p=  f(var.     list...  )
      q     =provider     ::aws     ::arn_parse (x )
   r=[ for x in [ 1     ,2  ]  :x     ]
      s=[  for x in var  .     list :x if(  x!=1) ]
t={for  k,v in var.     m  :  k  =>-v }
      u=(1     + 2)     *  3 %  4/ 5
   v=((     var.  a     ) )
 w= f(g( h  (1) ) )[ 0]  [ 1  ]
x="a"== "b"
y= 1.5e3
z =     x     .0     .y
}
