gongkai.meta("0",{"buckets":1,"cuts":"0","documents":1,"per":5});
