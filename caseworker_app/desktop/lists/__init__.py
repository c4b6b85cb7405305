"""部门数据: lists of departments from the file to the store, what was taken in, what waits."""
