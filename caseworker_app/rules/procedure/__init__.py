"""程序与期限: what must be done before each act, by whom, by when."""
