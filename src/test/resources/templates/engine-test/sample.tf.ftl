# sample
name = "[=name]"
