gongkai.meta("0",{"buckets":2,"cuts":"00","documents":2,"per":4});
