#one
//two
/* three */
/*
   four
     as it is
 */
resource "a" "b" { # opens
  a  = 1           # x
  bb = 22          // y
  ccc = [          # no
    1,             # one
    22,            # two

    333, # three
  ]      # closed
  # indented
  d  = 1 /* in the middle */ + 2
  e  = 1 /* at the end */
  ff = 2
  block { # c
  }       # d
  long_line_without_comment = 1
  g                         = 1 # z
}
# last
