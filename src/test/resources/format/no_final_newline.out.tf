a   = 1 # x
bcd = 2 # y