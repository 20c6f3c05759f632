locals  {
 a =  1
      policy  = <<EOT
   as   it = is
{ open
  ${var     . x } and ${  jsonencode ( {a     =  1 } ) }
EOT
long_name =2
   b  =<<-EOT
      indented
    %{if  var. x~}
  yes
    %{endif~}
    EOT
 c =3
 call=trimspace( <<-EOT
  text ( [ {
  EOT
)
 dd=  f (  {
x=     <<EOT
  body
EOT
      yy     = 1
   } )
      many= <<EOT
${ f     (
      1     ,     
2
) }
EOT
e=4
      }
