locals  {
 one =  { a =  1 ,b= 2 }
   empty = {}  
none =[     ]
lines = {
   a     =  1
      long_name = 2
nested  =  {
   x  =1
yyy ={z  =1,w     = [     1 ,2] }
} 
"quoted" =  3
(  var .  key )=4
 colon:     5
      arrow     = {     for  k , v in  var. map  : k     =>v...     if v     !=null  } 
   }
 list=[
{ name =  "a" ,value="b" },
 {
name  =     "long"
value=[
   1     ,  
2
      ]
},
   ]
both=jsonencode  ( {
Version=  "2012-10-17"
   Statement  = [{
Effect = "Allow"
Action=  ["s3:GetObject","s3:PutObject"  ]
      Resource     ="*"
   } ]
}  )
 deep= merge(var . a     ,{  b  =[     for  x in[1  ,2]:  {
      c=x
   dd=x
}  ]})
 uneven  =concat( [
 1     ,  [
      2]] ,[
3
 ]     )
}
